"""Texts that could give different results from file, stdin and editor: wide characters, line ends, suppressions …"""

AWKWARD = {
    "emoji.md": "# 😀 Ketamine for PTSD 👩\u200d⚕️\n\n😀 Ketamine 😀 is completely safe and cures PTSD.\n",
    "windows.md": "# Ketamine for PTSD\r\n\r\nKetamine is completely safe\r\nand cures PTSD.\r\n",
    "marked.txt": "\ufeffKetamine is completely safe and cures PTSD.\n",
    "breaks.md": "Hello\u2028there,\x0cketamine\u0085is fine.\n\nKetamine is completely safe.\n",
    "wrong-front-matter.md": "---\ntitle: [\n---\n\nKetamine is completely safe.\n",
    "suppressed.md": "<!-- medlint: ignore SAF001 -- quoted -->\nKetamine is completely safe and cures PTSD.\n",
    "blank.html": "",
}

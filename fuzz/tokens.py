"""The tokens of each grammar, which mutations insert into texts."""

WORDS = [
    "cure",
    "NAD+ ",
    " don’t ",
    "naïve ",
    "疲労",
    "10",
    " 1.5 ",
    "re\u00adlief",
    "a\u00a0b",
    "“x”",
    "—",
    " ",
    "\n",
    "\r\n",
    "\t",
    "\n\n",
]
SHARED = [
    *WORDS,
    *"&amp; &nbsp; &#8217; &#0; &#xD800; &#99999999; &shy; <br> <b> </b> <sup>2</sup> [3] <!-- --> <!-- medlint:".split(),
    "<!-- medlint: ignore SAF001 -- a reason; by: Jane; until: 2030-01-01 -->",
    "---\n",
    "+++\n",
    "---\r\n",
    "title: ",
    "medlint-ignore: [",
]
MARKDOWN = [
    *SHARED,
    *"* ** *** _ ` ``` ~~~ [ ] ( ) ](u) ![ [x]: | |-|-| \\ [^1] [^1]: ~~ {.x} {{ }} {% %} <div> </div> <details> <p>".split(),
    *"# ## ###### - + 1. 1) > >> : === https://x.y/z_a www.a.b <https://a.b> $ $$ [[ ]] - [ ] <script> </script>".split(),
    "    ",
    "\n---\n",
    "\n# ",
    "\n- ",
    "\n> ",
    "\n|a|b|\n|-|-|\n",
]
HTML = [
    *SHARED,
    *"<p> </p> <div> </div> <li> <ul> </ul> <td> <tr> <table> </table> <h1> <h2> </h2> <span> </span> < > <a> </a>".split(),
    *"<script> </script> <style> <title> </title> <textarea> <nav> </nav> <button> <small> <summary> <details> <dl>".split(),
    *"<![CDATA[ ]]> <!doctype> <?x ?> <code>x</code> <blockquote> <template> <svg> <math> </ /> = ' \" <select>".split(),
    "<a href='#'>",
    '<a class="btn">',
    "<img alt='a &amp; b'>",
    "<p hidden>",
    '<div style="display: none">',
    '<meta name="description" content="x">',
    '<script type="application/ld+json">{"a":',
]
MDX = [
    *MARKDOWN,
    *"{ } {a} {` ${ `} <> </> </Card> <Card /> {\"word\"} {'x'} {/* */} {... => import export".split(),
    "<Card title='t'>",
    "<Card\n",
    "import a from 'b'\n",
    "export const a = {\n",
    "{/* medlint: ignore EFF001 -- x */}",
]
TEXT = [
    *SHARED,
    "- ",
    "1. ",
    "• ",
    "> ",
    "   ",
    "***\n",
    "A heading\n\n",
    "=====\n",
    "a) ",
    ". ",
    "! ",
    "? ",
    "…",
    "...",
]
YAML = [
    *WORDS,
    *": - -- --- ... ? | > & * ! !! % @ ` ' \" [ ] { } , # &a *a << ~ null true no 2024-01-02 12:30 0x1f 1e9 .inf".split(),
    *"!!python/object/apply:os.system !!binary !!set !!timestamp [[x]] <effect.cure> (a|b) ...6 \\ \\x41 \\u0000".split(),
    "- ",
    ": ",
    "  ",
    "\n  ",
    "\n- ",
    "|-\n  x\n",
    ">+\n",
    "&a [*a, *a]",
    "{<<: *a}",
]
RULE = [
    *YAML,
    *"id: code: family: kind: match: any: regex: examples: bad: good: severity: citations: jurisdictions: swap:".split(),
    *"phrase pattern claim requires section status readability metadata structure suppression error us uk".split(),
]
PATTERN = [
    *WORDS,
    *"( ) | ? ^ $ # < > * _ ~ ... ...6 ...99 <effect> <effect.cure> heal* (a|b) (a b|c)? . ' -".split(),
]
REGEX = [
    *WORDS,
    *"( ) | ? ^ $ [ ] [^ * + {2} {1,900} {,3} \\b \\d \\w \\p{L} (?i) (?P<n> (?= (?<! \\1 . .* (a*)* \\Q".split(),
]
DIRECTIVE = [
    *WORDS,
    *"ignore ignore-start ignore-end SAF001 EFF001 absolute-safety-claim , -- ; : by: until: 2027-06-30 2027-02-30 -->".split(),
    "2027-W01-1",
    "20270630",
]
JSON = [
    *WORDS,
    *'{ } [ ] " : , null true 1e999 -0 NaN \\u0000 \\ud800 violations fingerprint family suppressed'.split(),
]
SIGNS = [
    *".!?…'\")]*_[{}<>/\\`=:#-+|~^$&;,%@( \n\r\t0a1Z",
    "...",
    "\ufffc",
    "<!--",
    "-->",
    "://",
    "www.",
    "{{",
    "{%",
    "/*",
    "*/",
    "&#",
]
CONFIG = [
    *WORDS,
    *"extends select extend-select ignore severity options unsuppressible jurisdictions profile overrides paths".split(),
    *"rules exclude fail-on max-warnings formats waivers baseline claims recommended strict us us-ca SAF001 EFF".split(),
    *"error warning info true 8 -1 1e9 0x1f 2024-01-02 07:32:00 inf nan = . [ ] [[ ]] { } , # \" ' \"\"\" ''' \\ ..".split(),
    *"*.md blog/** !blog/ [a-] [!] ** ./x json=x.json html=../y EFF001.any".split(),
    "[overrides]\n",
    "[[overrides]]\n",
    "[tool.medlint]\n",
    "[options.EFF001]\n",
    "any = [",
    " = [",
    " = {",
    "]\n",
    "\n",
]
CONFIG_YAML = [*CONFIG, *YAML]
RECORD = [
    *YAML,
    *"waivers: claims: fingerprint: path: code: excerpt: reason: by: until: id: text: reference: disclaimer:".split(),
    *"markets: 2027-06-30 2027-02-31 99:99 !!int !!float !!timestamp !!omap !!pairs !!merge 0o9 0b2 1_0 .5 .nan".split(),
    "\n- fingerprint: ",
]
DIFF = [
    *WORDS,
    *'@@ @@@ -0,0 +1 +1,2 +0,0 -1 --- +++ a/ b/ /dev/null " \\303\\251 \\t \\" \\9 GIT binary rename'.split(),
    "diff --git a/a.md b/a.md\n",
    "--- a/a.md\n",
    "+++ b/a.md\n",
    '+++ "b/caf\\303\\251.md"\n',
    "@@ -1,2 +1,3 @@\n",
    "@@ -1 +0,0 @@",
    "\n+",
    "\n-",
    "\\ No newline at end of file\n",
]
BASELINE = [
    *JSON,
    *"medlint_baseline written articles reason by 1 -1 0".split(),
    '"SAF001 0123456789ab 1 1"',
    '"SAF001  1 1"',
    "9" * 5_000,
]
WORD = [
    *WORDS,
    *"<w:p> </w:p> <w:r> </w:r> <w:t> </w:t> <w:tbl> </w:tbl> <w:tr> </w:tr> <w:tc> </w:tc> <w:br/> <w:tab/> <w:cr/>".split(),
    *"<w:pPr> </w:pPr> <w:rPr> </w:rPr> <w:b/> <w:i/> <w:vanish/> <w:del> </w:del> <w:ins> </w:ins> <w:drawing>".split(),
    *"<w:sdt> </w:sdt> <w:sdtContent> <w:hyperlink> </w:hyperlink> <w:numPr> </w:numPr> <w:sectPr/> </w:body>".split(),
    *"<w:txbxContent> </w:txbxContent> <mc:AlternateContent> <mc:Choice> <mc:Fallback> <!-- --> <?x y?> &amp; &#0;".split(),
    '<w:pStyle w:val="Heading1"/>',
    '<w:pStyle w:val="Quote"/>',
    '<w:outlineLvl w:val="',
    '<w:outlineLvl w:val="1"/>',
    '<w:ilvl w:val="²"/>',
    '<w:ilvl w:val="99999999999"/>',
    '<w:numId w:val="1"/>',
    '<w:b w:val="0"/>',
    '<w:hyperlink w:anchor="x">',
    '<w:hyperlink r:id="rId1">',
    '<w:commentReference w:id="0"/>',
    '<w:footnoteReference w:id="2"/>',
    '<wp:docPr id="1" descr="a face"/>',
    '<w:t xml:space="preserve"> a ',
]
EXPORT = [
    *WORDS,
    *"<item> </item> <channel> </channel> <rss> </rss> <title> </title> <content:encoded> </content:encoded>".split(),
    *"<excerpt:encoded> </excerpt:encoded> <wp:post_name> </wp:post_name> <wp:status> </wp:status> <![CDATA[ ]]>".split(),
    *"<!DOCTYPE <!ENTITY %x; &x; &amp; &#0; &#x1F600; <p> </p> <!-- --> [gallery] [/gallery] [x=1] <?xml ?> xmlns:".split(),
    "<!-- medlint: ignore SAF001 -- a reason -->",
    "<!-- wp:paragraph -->",
    "[caption id='a']",
    "\n\n",
]
COMPONENT = [
    *MDX,
    *HTML,
    *"=> () ( ) ; , ${ ` // /* */ ? : && || return export const let function class = == === {...x} {/* */} {'".split(),
    *"<template> </template> <script> </script> <style> v-html= {@html {#if {/if} {:else} {{ }} {% %} {# #} --- <>".split(),
    "export default function Page() { return (",
    "title={`a ${b} c`}",
    'className="x"',
    "const a = [{ title: 'A' }]\n",
]
SESSION = [
    *JSON,
    *"-1 0 99999999999 1e9 {} [] true id method params textDocument uri version text range start end line".split(),
    *"untitled:a untitled:b file:///a.md file:///nowhere/%ff.md vscode-notebook-cell:/a.md#x markdown utf-8".split(),
    '\n{"jsonrpc":"2.0",',
    '"method":"textDocument/didClose","params":{"textDocument":{"uri":"untitled:a"}}}\n',
    '"method":"textDocument/didChange","params":{"textDocument":{"uri":"untitled:a","version":2},"contentChanges":[',
    '{"range":{"start":{"line":0,"character":9},"end":{"line":9,"character":0}},"text":"',
    '{"text":"It cures pain.\\r\\n\\ud83d"}',
    '"id":3,"method":"textDocument/codeAction",',
    '"id":3,"method":"textDocument/hover","params":{"textDocument":{"uri":"untitled:a"},',
    '"position":{"line":2,"character":9}',
    '\n{"jsonrpc":"2.0","method":"exit"}\n',
]

"""The signs of each grammar: what a mutation puts into a text, beside pieces of other texts."""

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

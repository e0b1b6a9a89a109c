// What all pages share: escaping, and what stands around the content.
const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export function escape(text) {
  return text.replace(/[&<>"]/g, (sign) => SIGNS[sign]);
}

export function page(title, content, description = "") {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} – Quays</title>
<meta name="description" content="${escape(description)}">
</head>
<body>
<nav><a href="../index.html">Quays</a> <a href="../claims/index.html">Claims</a> <a href="../sources/index.html">Sources</a></nav>
<main>
${content}
</main>
</body>
</html>
`;
}

export const data = { permalink: "index.html" };

export function render() {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Quays</title>
</head>
<body>
<main>
<h1>Quays</h1>
<p><a href="claims/index.html">Claims</a></p>
<p><a href="sources/index.html">Sources</a></p>
</main>
</body>
</html>
`;
}

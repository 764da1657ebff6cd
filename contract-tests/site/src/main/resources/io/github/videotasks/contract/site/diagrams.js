const dark = matchMedia("(prefers-color-scheme: dark)");
const diagrams = [...document.querySelectorAll("pre > code.language-mermaid")].map(code => {
  const picture = document.createElement("div");
  picture.className = "diagram";
  picture.tabIndex = 0;
  return {source: code.textContent, code: code.parentElement, picture};
});
async function draw() {
  mermaid.initialize({startOnLoad: false, securityLevel: "strict", theme: dark.matches ? "dark" : "neutral"});
  for (const [i, {source, code, picture}] of diagrams.entries()) {
    picture.innerHTML = (await mermaid.render("diagram-" + i, source)).svg;
    if (!picture.isConnected) {
      const details = document.createElement("details");
      details.innerHTML = "<summary>Source of the diagram</summary>";
      code.replaceWith(picture, details);
      details.append(code);
    }
  }
}
dark.addEventListener("change", draw);
draw();

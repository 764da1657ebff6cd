const rows = [...document.querySelectorAll("tbody tr")];
const texts = rows.map(row => row.textContent.toLowerCase());
const input = document.getElementById("search");
function search() {
  const words = input.value.toLowerCase().split(/\s+/);
  let shown = 0;
  rows.forEach((row, i) => {
    row.hidden = !words.every(word => texts[i].includes(word));
    shown += !row.hidden;
  });
  document.getElementById("count").textContent = shown > 0 ? shown + " of " + rows.length + " fields"
      : "No field has all these words. Search for a part of its name, a type, a provider or a page.";
}
document.getElementById("search-box").hidden = false;
input.addEventListener("input", search);
search();

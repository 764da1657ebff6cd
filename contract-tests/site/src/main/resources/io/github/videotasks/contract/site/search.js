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
  document.getElementById("count").textContent = shown + " of " + rows.length;
}
input.addEventListener("input", search);
search();

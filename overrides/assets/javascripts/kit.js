/**
 * The session kit for another room: clock times and numbers of copies follow what the facilitator says.
 */
const room = document.querySelector(".kit-room");
const { start, people, tables } = room.elements;
const two = (number) => String(number).padStart(2, "0");

function fit() {
  const [hours, minutes] = (start.value || "09:00").split(":").map(Number);
  for (const cell of document.querySelectorAll(".clock[data-begins]")) {
    const now = (hours * 60 + minutes + Number(cell.dataset.begins)) % 1440;
    cell.textContent = `${two(Math.floor(now / 60))}:${two(now % 60)}`;
  }
  const [persons, sets] = [people.value || room.dataset.people, tables.value || room.dataset.tables];
  const counts = { person: persons, table: sets, "table-3": sets * 3, room: 1 };
  for (const copies of document.querySelectorAll(".copies[data-each]")) copies.textContent = counts[copies.dataset.each];
  const caption = document.querySelector(".session-plan caption");
  caption.textContent = caption.dataset.words.replace("{}", persons).replace("{}", sets).replace("{}", caption.dataset.minutes);
}

room.hidden = false;
room.addEventListener("input", fit);
room.addEventListener("submit", (event) => event.preventDefault());
room.querySelector("[data-print]").addEventListener("click", () => print());

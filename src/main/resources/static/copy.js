// Copies a text field to the clipboard and says so, in words that the page gives.
for (const button of document.querySelectorAll("button[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  const told = document.getElementById(button.dataset.told);

  async function copy() {
    try {
      await navigator.clipboard.writeText(field.value);
      return true;
    } catch (unavailable) {
      field.focus();
      field.select();
      return document.execCommand("copy");
    }
  }

  button.addEventListener("click", async () => {
    const copied = await copy();
    told.textContent = "";
    // Said again even if it was said before.
    setTimeout(() => (told.textContent = copied ? button.dataset.copied : button.dataset.notCopied), 50);
  });
  button.hidden = false;
}

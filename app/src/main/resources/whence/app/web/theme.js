// Light, dark, or as the system has it: kept in this browser, set before the page is drawn.

const kept = localStorage.getItem('theme') ?? '';
document.documentElement.dataset.theme = kept;
document.addEventListener('DOMContentLoaded', () => {
  const choice = document.getElementById('theme');
  choice.value = kept;
  choice.addEventListener('change', () => {
    document.documentElement.dataset.theme = choice.value;
    localStorage.setItem('theme', choice.value);
  });
});

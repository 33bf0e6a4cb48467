// A draft chosen as a file is sent as it is, and its check shown.

const csrf = document.body.dataset.csrf;
const status = document.querySelector('[data-checking]');

document.querySelector('[data-draft]').addEventListener('change', async (event) => {
  const [file] = event.target.files;
  if (!file) {
    return;
  }
  status.textContent = `checking ${file.name} …`;
  const answer = await fetch(`/check?path=${encodeURIComponent(file.name)}`, {
    method: 'PUT',
    headers: { 'X-Whence-Csrf': csrf, 'Content-Type': 'application/octet-stream' },
    body: file,
  });
  const location = answer.headers.get('Location');
  if (answer.ok && location) {
    window.location.assign(location);
  } else {
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    status.textContent = page.querySelector('main p:not(.news)')?.textContent ?? 'It could not be checked.';
  }
});
document.querySelector('form[action="/check"]').addEventListener('submit', () => {
  status.textContent = 'checking …';
});

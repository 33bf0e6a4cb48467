// A draft as a file: chosen, or dropped on the form. It is checked, not taken into the case.

const form = document.getElementById('paste');
const status = document.getElementById('draft-status');

async function check(file) {
  status.textContent = `sending ${file.name}`;
  try {
    const answer = await fetch(`/check?path=${encodeURIComponent(file.name)}`, {
      method: 'PUT',
      headers: {
        'X-Whence-Csrf': document.body.dataset.csrf,
        'Content-Type': 'application/octet-stream',
      },
      body: file,
    });
    const place = answer.headers.get('Location');
    if (answer.ok && place) {
      location.assign(place);
    } else {
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const why = page.querySelector('main p:not(.news)');
      status.textContent = why ? why.textContent : `${file.name} could not be checked.`;
    }
  } catch {
    status.textContent = `${file.name} could not be sent; is the workbench still running?`;
  }
}

document.getElementById('draft-file').addEventListener('change', (event) => {
  if (event.target.files.length > 0) {
    check(event.target.files[0]);
  }
});
form.addEventListener('dragover', (event) => {
  event.preventDefault();
  event.stopPropagation();
});
form.addEventListener('drop', (event) => {
  // Elsewhere on a page what is dropped goes into the case.
  event.preventDefault();
  event.stopPropagation();
  if (event.dataTransfer.files.length > 0) {
    check(event.dataTransfer.files[0]);
  }
});

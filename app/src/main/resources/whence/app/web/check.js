// A draft as a file: chosen, or dropped on the form. It is checked, not taken into the case.

const form = document.getElementById('paste');
const status = document.getElementById('draft-status');

async function check(file) {
  status.textContent = `sending ${file.name}`;
  try {
    const answer = await fetch(`/check?name=${encodeURIComponent(file.name)}`, {
      method: 'PUT',
      headers: {
        'X-Whence-Csrf': document.body.dataset.csrf,
        'Content-Type': 'application/octet-stream',
      },
      body: file,
    });
    if (answer.ok) {
      location.assign(await answer.text());
    } else {
      status.textContent = `${file.name} was not taken: it is larger than 20 MB, or its name is odd`;
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

// Files dropped anywhere on a page, or chosen, go into the case one by one; then they are read.

const csrf = document.body.dataset.csrf;

/** All files under what was dropped, each with its path. */
async function filesIn(entries) {
  const found = [];
  for (const entry of entries) {
    if (entry.isFile) {
      const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
      found.push({ file, path: entry.fullPath.replace(/^\/+/, '') });
    } else if (entry.isDirectory) {
      const reader = entry.createReader();
      // A reader gives a hundred at a time, and none when there are no more.
      for (;;) {
        const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
        if (some.length === 0) {
          break;
        }
        found.push(...(await filesIn(some)));
      }
    }
  }
  return found;
}

function say(words) {
  const place = document.querySelector('[data-sending]');
  if (place) {
    place.textContent = words;
  }
}

async function send(found) {
  const failed = [];
  let sent = 0;
  for (const { file, path } of found) {
    say(`copying ${sent + 1} of ${found.length}: ${path}`);
    try {
      const answer = await fetch(`/arrivals?path=${encodeURIComponent(path)}`, {
        method: 'PUT',
        headers: { 'X-Whence-Csrf': csrf, 'Content-Type': 'application/octet-stream' },
        body: file,
      });
      if (!answer.ok) {
        failed.push(path);
      }
    } catch {
      failed.push(path);
    }
    sent += 1;
  }
  await fetch('/arrivals/read', { method: 'POST', headers: { 'X-Whence-Csrf': csrf } });
  if (failed.length > 0) {
    say(`not taken in: ${failed.join(', ')}`);
  } else if (location.pathname === '/arrivals') {
    say('');
  } else {
    location.assign('/arrivals');
  }
}

for (const input of document.querySelectorAll('[data-files]')) {
  input.addEventListener('change', () => {
    const found = [...input.files].map((file) => ({
      file,
      path: file.webkitRelativePath || file.name,
    }));
    if (found.length > 0) {
      send(found);
    }
  });
}

const carriesFiles = (event) => event.dataTransfer?.types.includes('Files');

document.addEventListener('dragover', (event) => {
  if (carriesFiles(event)) {
    event.preventDefault();
    document.body.classList.add('dropping');
  }
});
document.addEventListener('dragleave', (event) => {
  if (event.relatedTarget === null) {
    document.body.classList.remove('dropping');
  }
});
document.addEventListener('drop', async (event) => {
  if (carriesFiles(event)) {
    event.preventDefault();
    document.body.classList.remove('dropping');
    const entries = [...event.dataTransfer.items]
      .map((item) => item.webkitGetAsEntry())
      .filter((entry) => entry !== null);
    send(await filesIn(entries));
  }
});

// A document's PDF, being opened while its page is still on the way.

async function open() {
  const pdfjs = await import('./pdf.js');
  pdfjs.GlobalWorkerOptions.workerSrc = '/assets/pdf.worker.js';
  const file = await pdfjs.getDocument({
    url: `${location.pathname}/original`,
    isEvalSupported: false,
    disableAutoFetch: true,
    cMapUrl: '/assets/cmaps/',
    cMapPacked: true,
    standardFontDataUrl: '/assets/standard_fonts/',
  }).promise;
  return { pdfjs, file };
}

/** The library and the file that it opened; a failure is told where a page is drawn. */
export const opened = open();
opened.catch(() => {});

// Chapters form no ring. Judged by folders and without tests, which may lead back from the machinery to a chapter.
const { options } = require('./.dependency-cruiser.cjs');

const chapter = '^src/features/[^/]+$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'features-form-no-ring',
      scope: 'folder',
      severity: 'error',
      from: { path: chapter },
      to: { circular: true, path: chapter },
    },
  ],
  options: { ...options, exclude: { path: ['^tests/', '[.]test[.]tsx?$'] } },
};

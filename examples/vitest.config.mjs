// Only because the repository around this folder has one for its own tests.
export default { test: { include: ["*.test.mjs"] } };

// How the pages are built: each is one HTML file that holds its script and its style,
// and loads nothing.
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { languageTexts } from "./bundle.mjs";
import { licences } from "./licences.mjs";
import { leftOut } from "./page-parts.mjs";

/**
 * The pages by the name of their file. `connects` says with what a page may speak:
 * the one that opens from a file with nobody, the other with the server it came from.
 * `most` is what it may weigh packed by gzip, in octets.
 */
export const pages = {
	"console.html": {
		entry: "src/console/online.tsx",
		connects: "'self'",
		most: 80_000,
	},
	"alarmpanel.html": {
		entry: "src/console/offline.tsx",
		connects: "'none'",
		most: 375_000,
	},
};

/**
 * Writes every page into a folder.
 *
 * @param {string} outdir
 * @returns what went into each of them
 */
export async function buildPages(outdir) {
	const metafiles = [];
	for (const [file, { entry, connects }] of Object.entries(pages)) {
		const { outputFiles, metafile } = await build({
			absWorkingDir: fileURLToPath(new URL("..", import.meta.url)),
			entryPoints: [entry],
			bundle: true,
			minify: true,
			write: false,
			outdir,
			metafile: true,
			plugins: [languageTexts, leftOut],
			platform: "browser",
			format: "iife",
			// The first of each that segment text into what readers take for characters.
			target: ["chrome110", "firefox125", "safari16.4"],
			legalComments: "none",
			logLevel: "warning",
		});
		const ending = (end) =>
			outputFiles.find(({ path }) => path.endsWith(end))?.text.trim() ?? "";
		writeFileSync(
			join(outdir, file),
			document(ending(".js"), ending(".css"), connects, licences([metafile])),
		);
		metafiles.push(metafile);
	}
	return metafiles;
}

function document(script, style, connects, notices) {
	const policy = [
		"default-src 'none'",
		`script-src '${hash(script)}'`,
		`style-src '${hash(style)}'`,
		"img-src data:",
		`connect-src ${connects}`,
		"base-uri 'none'",
		"form-action 'none'",
	].join("; ");
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="format-detection" content="telephone=no">
<title>alarmpanel</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<div id="page"></div>
<noscript>This page is a program: it needs JavaScript.</noscript>
<script>${script}</script>
</body>
</html>
<!--
${notices.replaceAll("--", "==")}
-->
`;
}

/** As a policy names an inline script or style. */
function hash(content) {
	return `sha256-${createHash("sha256").update(content).digest("base64")}`;
}

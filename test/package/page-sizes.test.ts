import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { pages } from "../../scripts/pages.mjs";

/*
 * What a page may weigh, as it goes over a wire. `npm run bench -- face` prints it.
 */

const DIST = join(import.meta.dirname, "../../dist");

test.each(Object.entries(pages))(
	"%s weighs no more than it may",
	(file, { most }) => {
		const html = readFileSync(join(DIST, file));
		expect(gzipSync(html, { level: 9 }).length).toBeLessThanOrEqual(most);
	},
);

test.each(Object.keys(pages))(
	"%s loads nothing: all is in it, named by hash",
	(file) => {
		const html = readFileSync(join(DIST, file), "utf8");
		const document = html.slice(0, html.indexOf("<script>"));
		expect(document.match(/(?:src|href)="[^"]*"/g)).toEqual(['href="data:,"']);
		expect(document).toMatch(
			/content="default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; img-src data:; connect-src '(none|self)'; base-uri 'none'; form-action 'none'"/,
		);
	},
);

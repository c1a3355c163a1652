import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "vitest";
import { brokenCorpus } from "../support/broken-corpus.ts";
import { temporaryFolder } from "../support/folder.ts";
import { typed } from "../support/typed-verb.ts";
import { clients, testWith } from "./support/installed.ts";

const schema = join(import.meta.dirname, "support/junit.rng");

testWith(
	[clients.xmllint],
	"xmllint finds the JUnit report as JUnit reports are",
	async () => {
		const { folder, corpus } = await broken();
		for (const verbose of [[], ["--verbose"]]) {
			const report = join(folder, "junit.xml");
			await typed("replay", [
				corpus,
				"--reporter",
				`junit:${report}`,
				...verbose,
			]);
			const { status, stderr } = xmllint(report);
			expect([status, stderr]).toEqual([0, `${report} validates\n`]);
		}
	},
);

testWith([clients.xmllint], "xmllint would say if it were not", async () => {
	const { folder, corpus } = await broken();
	const report = join(folder, "junit.xml");
	await typed("replay", [corpus, "--reporter", `junit:${report}`]);
	const text = readFileSync(report, "utf8");
	writeFileSync(report, text.replace("<testcase ", '<testcase line="1" '));
	expect(xmllint(report).status).toBe(3);
});

testWith(
	[clients.chromium],
	"chromium shows the page without a network, and runs nothing that is in it",
	async () => {
		const { folder, corpus } = await broken();
		const page = join(folder, "report.html");
		await typed("replay", [corpus, "--reporter", `html:${page}`]);
		const dom = chromium(folder, page, ["--dump-dom"]).stdout;
		expect(dom).toContain("<title>3 of 4 conversations do not hold · ");
		expect(dom).toContain(
			'<h3 id="h1">&lt;script&gt;alert("id")&lt;/script&gt; &amp; \'friends\' ]]&gt;</h3>',
		);
		expect(dom).not.toMatch(/<(script|img|b|i)[ >]/);
		expect(dom.match(/<article /g)).toHaveLength(3);

		const picture = join(folder, "report.png");
		chromium(folder, page, [
			"--window-size=1000,2000",
			`--screenshot=${picture}`,
		]);
		const png = readFileSync(picture);
		expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1000, 2000]);
		// A page without anything on it takes a few thousand octets.
		expect(png.length).toBeGreaterThan(50_000);
	},
);

async function broken() {
	const folder = await temporaryFolder();
	const corpus = join(folder, "broken.smst");
	writeFileSync(corpus, brokenCorpus);
	return { folder, corpus };
}

function xmllint(report: string) {
	const args = ["--noout", "--nonet", "--relaxng", schema, report];
	return spawnSync("xmllint", args, { encoding: "utf8" });
}

function chromium(home: string, page: string, args: readonly string[]) {
	return spawnSync(
		"chromium",
		[
			"--headless",
			// Containers have no user namespaces for it.
			"--no-sandbox",
			"--disable-gpu",
			"--hide-scrollbars",
			`--user-data-dir=${join(home, "chromium")}`,
			"--host-resolver-rules=MAP * ~NOTFOUND",
			...args,
			pathToFileURL(page).href,
		],
		{ encoding: "utf8", maxBuffer: 2 ** 26 },
	);
}

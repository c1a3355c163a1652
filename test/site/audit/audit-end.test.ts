import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
	AuditFile,
	auditIn,
	forgetAudit,
} from "../../../src/site/audit/audit-file.ts";
import { temporaryFolder } from "../../support/folder.ts";

const CLAIM = { command: "a test", started: 0 };

/** An audit of some lines, each with its own way to say why. */
async function written(count: number) {
	const folder = await temporaryFolder();
	const file = join(folder, "site.audit");
	await more(file, folder, count);
	return { folder, file, text: readFileSync(file, "utf8") };
}

async function more(file: string, folder: string, count: number) {
	const audit = await AuditFile.open(file, folder, CLAIM);
	for (let at = 0; at < count; at++)
		await audit.append({ type: "ended", outcome: "done", why: `${at}` }, at);
	await audit.close();
}

/** What is known of the end, or what is wrong. */
function endOf(file: string, folder: string): Promise<string> {
	return auditIn(file, folder).then(
		({ end }) => end,
		(error) => error.message,
	);
}

test("the end that was written here is known, wherever the file lies", async () => {
	const { folder, file, text } = await written(3);
	expect(await endOf(file, folder)).toBe("here");
	writeFileSync(join(folder, "moved.audit"), text);
	expect(await endOf(join(folder, "moved.audit"), folder)).toBe("here");
});

test("any number of lines that are cut off its end are missed, and nothing is added then", async () => {
	const { folder, file, text } = await written(6);
	const lines = text.trimEnd().split("\n");
	await fc.assert(
		fc.asyncProperty(fc.integer({ min: 1, max: 5 }), async (left) => {
			writeFileSync(file, `${lines.slice(0, left).join("\n")}\n`);
			const gone = left === 5 ? "line is" : `${6 - left} lines are`;
			const fault = `${file}: its last ${gone} gone: 6 were written on this machine; site forget removes it`;
			expect(await endOf(file, folder)).toBe(fault);
			await expect(AuditFile.open(file, folder, CLAIM)).rejects.toThrow(fault);
		}),
	);
});

test("a last line that was not written to its end is no cut", async () => {
	const { folder, file, text } = await written(2);
	writeFileSync(file, `${text}{"line":3`);
	expect(await endOf(file, folder)).toBe("here");
	await more(file, folder, 1);
	expect(await endOf(file, folder)).toBe("here");
});

test("on another machine it cannot be compared, and what was added there is seen", async () => {
	const { folder, file } = await written(2);
	const elsewhere = await temporaryFolder();
	expect(await endOf(file, elsewhere)).toBe("unknown");
	await more(file, elsewhere, 2);
	expect(await endOf(file, folder)).toBe("further");
	expect(await endOf(file, elsewhere)).toBe("here");
});

test("another end of the same length is another one", async () => {
	const { folder, file, text } = await written(2);
	const [first] = text.split("\n");
	writeFileSync(file, `${first}\n`);
	const audit = await AuditFile.open(file, await temporaryFolder(), CLAIM);
	await audit.append({ type: "ended", outcome: "done", why: "other" }, 1);
	await audit.close();
	expect(await endOf(file, folder)).toBe(
		`${file}: line 2 is not the one that was written on this machine; site forget removes it`,
	);
});

test("a forgotten audit can begin again, cut or not", async () => {
	const { folder, file, text } = await written(3);
	writeFileSync(file, `${text.split("\n")[0]}\n`);
	await forgetAudit(file, folder);
	expect(await endOf(file, folder)).toBe("unknown");
	// The same first line at the same instant.
	await more(file, folder, 1);
	expect(await endOf(file, folder)).toBe("here");
});

import { expect, test } from "vitest";
import { inProcessLine } from "../../src/transport/in-process.ts";
import { bytesOf, lineReader } from "../support/line-reader.ts";

test("what is written at one end arrives at the other, in both directions", async () => {
	const [here, there] = inProcessLine();
	await here.write(bytesOf("AT\r"));
	await there.write(bytesOf("OK\r\n"));
	expect(await lineReader(there).until("\r")).toBe("AT\r");
	expect(await lineReader(here).until("\n")).toBe("OK\r\n");
});

test("bytes written before the close still arrive, then both ends are over", async () => {
	const [here, there] = inProcessLine("line");
	await here.write(bytesOf("last words"));
	await here.close();
	await here.close();
	expect(await lineReader(there).rest()).toBe("last words");
	expect(await lineReader(here).rest()).toBe("");
	await expect(there.write(bytesOf("?"))).rejects.toThrow("line is closed");
});

test("a writer may use its buffer again", async () => {
	const [here, there] = inProcessLine();
	const buffer = bytesOf("one");
	await here.write(buffer);
	buffer.set(bytesOf("two"));
	await here.close();
	expect(await lineReader(there).rest()).toBe("one");
});

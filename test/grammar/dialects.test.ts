import { expect, test } from "vitest";
import { dialects } from "../../grammar/dialects.ts";

test.each(Object.entries(dialects))(
	"the dialect under %s goes by that name",
	async (name, load) => {
		expect((await load()).name).toBe(name);
	},
);

test("dialects differ in shape", async () => {
	expect((await dialects.pword()).shape).toBe("PWORD CODE WORD:p1,p2");
	expect((await dialects.mobile()).shape).toBe("WORD:KEYWORD,CODE,p1,p2");
	expect((await dialects.plain()).shape).toBe("WORD more PIN");
	expect((await dialects.script()).shape).toBe(
		":cmd SECRET script NAME VAR=VAL",
	);
});

import { expect, test } from "vitest";
import { readTranscript } from "../../../src/conversation/read-transcript.ts";
import { writeTranscript } from "../../../src/conversation/write-transcript.ts";
import { vst2752 } from "../../../src/models/vst-2752.ts";
import { shrunk } from "../../../src/replay/play/shrink.ts";
import { fresh } from "../../support/texting.ts";

const noise =
	"# noise\n> PROG 7982 ECHO:\n< ECHO:OK\n! zone 9 trip\n@ +5m\n? runtime.mode disarm\n";

test.each([
	[
		"what has nothing to do with it goes, what it needs stays",
		`${noise}> PROG 7982 PWRD:HOUSE\n< PWRD:OK\n@ +1h\n> HOUSE 7982 USRS:2,1111,JOHN\n< USRS:OK\n@ +1h\n> HOUSE 7982 USRS:3,1111,ANN\n< USRS:OK\n> HOUSE 7982 MOD?:\n< MODE?D\n`,
		"> PROG 7982 PWRD:HOUSE\n> HOUSE 7982 USRS:2,1111,JOHN\n> HOUSE 7982 USRS:3,1111,ANN\n< USRS:OK\n",
	],
	[
		"time that has to pass stays, and no more of it",
		`${noise}${noise}> PROG 7982 MODE:A\n< MODE:OK\n@ +30s\n${noise.replaceAll("disarm", "away")}? runtime.mode arming\n`,
		"> PROG 7982 MODE:A\n@ +30s\n? runtime.mode arming\n",
	],
	[
		"a capture that it needs stays",
		`> PROG 7982 PIN?\n< PIN?:(1,{{pin}},),...\n${noise}> PROG 7982 USRS:2,{{pin}}\n< USRS:OK\n`,
		"> PROG 7982 PIN?\n< PIN?:(1,{{pin}},),...\n> PROG 7982 USRS:2,{{pin}}\n< USRS:OK\n",
	],
	[
		"a rule of the network stays where it is the reason",
		`${noise}channel loss\n${noise.replaceAll("< ECHO:OK", "<").replaceAll("? runtime.mode disarm\n", "")}> PROG 7982 ECHO:\n< ECHO:OK\n`,
		"channel loss\n> PROG 7982 ECHO:\n< ECHO:OK\n",
	],
	["one step is as short as it gets", "> hello\n< hi\n", "> hello\n< hi\n"],
])("%s", (_, long, short) => {
	const result = shrunk(transcript(long), beginning);
	if (result === null) throw new Error("it does not fail");
	expect(writeTranscript(result.conversation)).toBe(`id it\n${short}`);
});

test("what holds is not made short", () => {
	expect(shrunk(transcript(noise), beginning)).toBeNull();
});

const beginning = { model: vst2752, state: fresh(vst2752) };

function transcript(text: string) {
	const [found] = readTranscript(`id it\n${text}`, "it.smst");
	if (found?.located == null) throw new Error(JSON.stringify(found?.fault));
	return found.located.conversation;
}

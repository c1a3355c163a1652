import { expect, test } from "vitest";
import { modelsFoundBy } from "../../../src/models/models.ts";
import {
	modelOverview,
	modelsText,
} from "../../../src/views/languages/model-overview.ts";

test("models stand one below the other, with how much of each is printed", () => {
	const found = ["vst", "eldes"].flatMap(modelsFoundBy).map(modelOverview);
	expect(modelsText(found, 60)).toBe(
		`vst-2752, vst-2745  Climax VST-2745 and VST-2752
                    PWORD CODE WORD:p1,p2; 21 commands: 13
                    printed, 8 only here
eldes-esim          Eldes ESIM264, 364 and 384, ESIM251 and
                    262, ESIM120 and 320, ET082
                    CODE_WORDn:value:value WORD:value; 18
                    commands: 16 printed, 2 our reading`,
	);
	expect(found[0]).toEqual({
		name: "vst-2752",
		aliases: ["vst-2745"],
		title: "Climax VST-2745 and VST-2752",
		dialect: "pword",
		shape: "PWORD CODE WORD:p1,p2",
		keyword: true,
		code: "installer-code",
		commands: 21,
		printed: 13,
		observed: 0,
		inferred: 0,
		extension: 8,
	});
});

import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { respondToMail } from "../../src/firmware/respond-to-mail.ts";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { anyCharacter } from "../support/arbitraries.ts";
import { anna, panelWithPeople } from "../support/panel-with-people.ts";
import { NOON, PANEL, PHONE } from "../support/texting.ts";

const remote = {
	...panelWithPeople.remote,
	people: [{ ...anna, numbers: [PHONE] }],
};

test("a text of somebody listed is remembered by the SHA-256 of what the network says of it, cut to 22 digits", () => {
	fc.assert(
		fc.property(
			fc.string({ unit: anyCharacter }),
			fc.nat(),
			(text, reference) => {
				const mail = {
					from: PHONE,
					text,
					sentAt: NOON,
					reference,
					named: false,
				};
				const subscriber = { model: vst2752, number: PANEL };
				const { state } = respondToMail(
					subscriber,
					{ ...panelWithPeople, remote },
					mail,
					NOON,
					30,
				);
				const hash = createHash("sha256")
					.update(JSON.stringify([PHONE, text, NOON, reference]))
					.digest("base64url");
				expect(state.runtime.guard.seen).toEqual([hash.slice(0, 22)]);
			},
		),
	);
});

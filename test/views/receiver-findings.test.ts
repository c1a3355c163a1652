import { expect, test } from "vitest";
import { vst2752 } from "../../src/models/vst-2752.ts";
import { receiverFindings } from "../../src/views/receiver-findings.ts";
import { fresh } from "../support/texting.ts";

const destination = { group: 1, level: "all", carrier: "" } as const;
const reporting = {
	...fresh(vst2752).reporting,
	destinations: [
		{ ...destination, id: 1, url: "ip://1234@127.0.0.1:7000/SIA2" },
		{ ...destination, id: 2, url: "sms://+15550188" },
	],
};

test("settings for receivers that the panel does not report to are found", () => {
	const key = "00112233445566778899AABBCCDDEEFF";
	const destinations = [1, 2, 5].map((id) => ({ id, key }));
	expect(receiverFindings({ destinations }, { reporting })).toEqual([
		{
			level: "warning",
			path: "integrations.dc09.destinations.1",
			message: "destination 2 is no receiver, so these settings do nothing",
			standard: null,
		},
		{
			level: "warning",
			path: "integrations.dc09.destinations.2",
			message: "there is no destination 5, so these settings do nothing",
			standard: null,
		},
	]);
});

test("a file without such settings has no such finding", () => {
	expect(receiverFindings(undefined, { reporting })).toEqual([]);
});

import { describe, expect, test } from "vitest";
import { mobileMates } from "../../src/models/mobile-mates.ts";
import { fresh, replies, texted } from "../support/texting.ts";

describe("mobile-mates", () => {
	test("confirms the rows of its manual's table", () => {
		expect(
			replies(mobileMates, [
				"SCREAM:PROG,1111,60",
				"LOC:PROG,1111,1",
				"LOC:PROG,1111,0",
				"RSTG:PROG,1111",
				"APN:PROG,1111,internet,,",
				"RPT:PROG,1111,1,0933111222,1,0,0,1",
				"GUDT:PROG,1111,10,15",
				"FWUG:PROG,1111,59.124.230.221,53033,/img/123.bin,042d",
				"DEVAD: PROG,1111,1234567890",
				"DEVRM:PROG,1111,1",
				"SILENT:PROG,1111,1",
				"CUTV:PROG,1111,1",
				"FALDE:PROG,1111,1",
				"FSST:PROG,1111,1",
				"ULOAD:PROG,1111,us.vestasmarthome.com,8768,866258040549039",
				"KEYWD:PROG,1111,IPOG",
				"ACCES:IPOG,1111,1,1234",
				"RSTG:IPOG,1234",
			]),
		).toEqual(
			[
				"SCREAM",
				"LOC",
				"LOC",
				"RSTG",
				"APN",
				"RPT",
				"GUDT",
				"FWUG",
				"DEVAD",
				"DEVRM",
				"SILENT",
				"CUTV",
				"FALDE",
				"FSST",
				"ULOAD",
				"KEYWD",
				"ACCES",
				"RSTG",
			].map((word) => `${word}:OK`),
		);
	});

	test("keeps what it does not act upon, where it can be seen", () => {
		const { state } = texted(
			mobileMates,
			fresh(mobileMates),
			"APN:PROG,1111,,user",
		);
		expect(state.stored.network).toEqual({
			apn: "Internet",
			apnUser: "user",
			apnPassword: "",
		});
	});

	test("is silent to a wrong keyword or code and answers ERROR to the rest", () => {
		expect(
			replies(mobileMates, [
				"LOC:GORP,1111,1",
				"LOC:PROG,2222,1",
				"LOC:PROG",
				"LOC:PROG,1111,2",
				"LOC:PROG,1111",
				"GUDT:PROG,1111,11,15",
				"ZZZ:PROG,1111",
			]),
		).toEqual([
			null,
			null,
			null,
			"LOC:ERROR",
			"LOC:ERROR",
			"GUDT:ERROR",
			"ZZZ:ERROR",
		]);
	});
});

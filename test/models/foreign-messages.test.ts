import { expect, test } from "vitest";
import { respond } from "../../src/firmware/respond.ts";
import type { Model } from "../../src/models/model.ts";
import { allModels } from "../../src/models/models.ts";
import { factoryState, type PanelState } from "../../src/panel/state/state.ts";
import { goldenMessages } from "../support/golden.ts";

/** Messages that a panel of another maker carries out, where it has the same code. */
const shared: readonly string[] = [
	"1234CC",
	"1234ST",
	"DISARM 1234",
	"disarm 9123",
];

test("a panel carries out no golden message of another maker, but for the shared ones", () => {
	const models = allModels();
	const carriedOut = goldenMessages
		.filter(
			({ cmd, message }) => cmd !== undefined && !shared.includes(message),
		)
		.flatMap(({ dialect, message, code }) =>
			models
				.filter(({ name }) => name !== dialect)
				.filter((model) => isCarriedOut(model, message, code ?? null))
				.map(({ name }) => `${message}: ${dialect}, and ${name}`),
		);
	expect(carriedOut).toEqual([]);
});

test("a message of its own is carried out", () => {
	const own = allModels().find(({ name }) => name === "eanmay");
	if (own === undefined) throw new Error("there is no eanmay");
	expect(isCarriedOut(own, "#PWD1234#arm", "1234")).toBe(true);
});

/** By a panel whose every code is the message's. */
function isCarriedOut(
	model: Model,
	text: string,
	code: string | null,
): boolean {
	const state = panelWith(model, code);
	const panel = { model, number: "+15550100" };
	const sms = { from: "+15550101", text };
	return respond(panel, state, sms, 0).verdict.type === "done";
}

function panelWith(model: Model, code: string | null): PanelState {
	const factory = factoryState(model.name, model.sections);
	if (code === null || model.language === null) return factory;
	const { roles } = model.language.file;
	const codes = Object.fromEntries(roles.map((role) => [role.code, code]));
	return {
		...factory,
		stored: { language: { ...factory.stored.language, ...codes } },
	};
}

import { knownModel } from "../../models/models.ts";
import { Problem } from "../problem.ts";

/** @throws Problem for a name that no model goes by */
export function modelOf(name: string) {
	return knownModel(name, (rule) => new Problem(404, "model/unknown", rule));
}

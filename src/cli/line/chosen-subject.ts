import { factorySubject, type Subject } from "../../views/subject.ts";
import { askedModel } from "./asked-model.ts";
import { panelFileIfAny } from "./panel-file.ts";

/**
 * The panel in the file; if `--model` names a model, that model fresh from the
 * factory; without either, the default model.
 * @param config the file that `--config` names
 * @throws UsageError for an unknown model
 * @throws InputError for a missing file
 */
export async function chosenSubject(
	config: string | undefined,
	modelName: string | undefined,
): Promise<Subject> {
	const file = panelFileIfAny(config);
	if (modelName !== undefined || file === null)
		return factorySubject(askedModel(modelName));
	// Its schema is half of what there is to load, and most lines have no file.
	const { readPanel } = await import("../../device/file/panel-file.ts");
	return { ...(await readPanel(file)), file };
}

import { factorySubject, type Subject } from "../../views/subject.ts";
import { askedModel } from "./asked-model.ts";
import { panelFileIfAny } from "./panel-file.ts";

/**
 * The panel in the file; if `--model` names a model, that model fresh from the
 * factory; without either, the default model.
 * @param config the file that `--config` names
 * @param isTyped whether an option stands on the line
 * @throws UsageError for an unknown model
 * @throws InputError for a missing file
 */
export async function chosenSubject(
	config: string | undefined,
	modelName: string | undefined,
	isTyped: (option: string) => boolean = () => false,
): Promise<Subject> {
	const file = panelFileIfAny(config);
	// A file on the line is nearer than a model in the environment, or than that of --dialect.
	const isNear = isTyped("config") && !isTyped("model");
	if ((modelName !== undefined && !isNear) || file === null)
		return factorySubject(askedModel(modelName));
	// Its schema is half of what there is to load, and most lines have no file.
	const { readPanel } = await import("../../device/file/panel-file.ts");
	return { ...(await readPanel(file)), file };
}

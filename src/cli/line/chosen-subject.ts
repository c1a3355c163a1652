import { readPanel } from "../../device/file/panel-file.ts";
import { factorySubject, type Subject } from "../../views/subject.ts";
import { askedModel } from "./asked-model.ts";
import { panelFileIfAny } from "./panel-file.ts";

/**
 * The panel in the file, unless a model is named: then that model, fresh from
 * the factory. Without either, the default model.
 * @param config the file that is named
 * @throws UsageError for a model that there is not
 * @throws InputError for a file that there is not
 */
export async function chosenSubject(
	config: string | undefined,
	modelName: string | undefined,
): Promise<Subject> {
	const file = panelFileIfAny(config);
	if (modelName !== undefined || file === null)
		return factorySubject(askedModel(modelName));
	return { ...(await readPanel(file)), file };
}

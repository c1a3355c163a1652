/** Intl.Segmenter, made when it is first asked for something. */
export class LazySegmenter {
	#options;
	#segmenter;

	constructor(...options) {
		this.#options = options;
	}

	segment(text) {
		const { Segmenter } = Intl;
		this.#segmenter ??= new Segmenter(...this.#options);
		return this.#segmenter.segment(text);
	}
}

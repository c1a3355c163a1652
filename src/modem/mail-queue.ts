/** Things that came, in order, for one reader. */
export class MailQueue<T> implements AsyncIterable<T> {
	private readonly waiting: T[] = [];
	private wake: () => void = () => {};
	private ended = false;

	push(item: T): void {
		this.waiting.push(item);
		this.wake();
	}

	/** What is waiting is still read, then the reading ends. */
	end(): void {
		this.ended = true;
		this.wake();
	}

	async *[Symbol.asyncIterator](): AsyncGenerator<T> {
		for (;;) {
			const item = this.waiting.shift();
			if (item !== undefined) yield item;
			else if (this.ended) return;
			else {
				await new Promise<void>((resolve) => {
					this.wake = resolve;
				});
			}
		}
	}
}

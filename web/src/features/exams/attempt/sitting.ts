import type { LearningReply } from "@/api/gen/types.gen.ts";
import { exchange, handIn, type World } from "./exchange.ts";
import { Paper } from "./paper.ts";
import { pauseAfter, ROUND } from "./sitting-state.ts";
import type { Store } from "./store.ts";

/** Somebody sits a test on this device: each answer is kept here, and sent when it can be. */
export class Sitting {
	private timer: ReturnType<typeof setTimeout> | undefined;
	private end: ReturnType<typeof setTimeout> | undefined;
	private again = false;
	private open = false;
	private running: Promise<void> | undefined;
	private readonly paper: Paper;
	private readonly world: World;

	constructor(id: string, account: string, store: Store, world: World) {
		this.paper = new Paper(id, account, store, world.now);
		this.world = world;
	}

	get account() {
		return this.paper.account;
	}
	readonly subscribe = (listener: () => void) => this.paper.subscribe(listener);
	readonly current = () => this.paper.current();
	/** Another tab has given something, or heard from the server. */
	readonly reread = () => this.paper.open();

	/** Takes up what is kept, then asks the server. */
	async start() {
		this.open = true;
		this.paper.open();
		this.watch();
		await this.sync();
	}

	stop() {
		this.open = false;
		clearTimeout(this.timer);
		clearTimeout(this.end);
	}

	/** Tells when the time is over, and asks the server how it ended. */
	private watch() {
		clearTimeout(this.end);
		const { attempt, ends } = this.current();
		if (!this.open || attempt?.state !== "under_way") return;
		const left = ends - this.world.now();
		this.paper.set({ over: left <= 0 });
		if (left <= 0) return;
		this.end = setTimeout(
			() => {
				this.watch();
				void this.sync();
			},
			// Longer than a month is no time for a clock of the browser.
			Math.min(left, ROUND * 60),
		);
	}

	private later(pause: number) {
		this.timer = setTimeout(() => void this.sync(), pause);
	}

	/** Gives an answer, or takes it back; sent at once, or after a pause when more is likely to follow. */
	answer(question: string, given: LearningReply | null, pause = 0) {
		if (!this.paper.write(question, given)) return;
		if (pause === 0) return void this.sync();
		clearTimeout(this.timer);
		this.later(pause);
	}

	/** Sends what waits and reads how things are; one at a time, and once more when asked meanwhile. */
	readonly sync = (): Promise<void> => {
		this.again = true;
		this.running ??= this.round().finally(() => {
			this.running = undefined;
		});
		return this.running;
	};

	private async round() {
		if (!this.open) return;
		clearTimeout(this.timer);
		this.paper.set({ busy: true });
		try {
			while (this.again) {
				this.again = false;
				await exchange(this.paper, this.world);
			}
			this.paper.set({ busy: false, error: undefined, failures: 0 });
		} catch (error) {
			this.paper.set({ busy: false, error, failures: this.current().failures + 1 });
		}
		this.watch();
		const pause = pauseAfter(this.current());
		if (this.open && pause !== undefined) this.later(pause);
	}

	/** Hands in with all that waits; what goes wrong is told to whoever asked. */
	async handIn() {
		await handIn(this.paper, this.world);
		this.watch();
	}
}

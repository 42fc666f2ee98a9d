import css from "./stepper.module.css";

interface Props {
	label: string;
	steps: readonly { id: string; label: string; wrong?: boolean }[];
	current: number;
	onGo: (step: number) => void;
}

/** Where one stands in a form of several steps; every step can be opened at any time. */
export function Stepper({ label, steps, current, onGo }: Props) {
	return (
		<nav aria-label={label}>
			<ol className={css.steps}>
				{steps.map((step, index) => (
					<li key={step.id} data-done={index < current || undefined}>
						<button
							type="button"
							className={css.step}
							aria-current={index === current ? "step" : undefined}
							data-wrong={step.wrong || undefined}
							onClick={() => onGo(index)}
						>
							<span className={css.label}>{step.label}</span>
						</button>
					</li>
				))}
			</ol>
		</nav>
	);
}

import { useId } from "react";

// Ornaments only: hidden from assistive technology, one at a time, never behind running text.

/** Eight-point star with a carpet lozenge at its heart: the mark of the platform. */
export function Khatim({
	size = 40,
	className,
}: {
	size?: number;
	className?: string | undefined;
}) {
	return (
		<svg
			aria-hidden="true"
			className={className}
			width={size}
			height={size}
			viewBox="0 0 48 48"
			fill="none"
		>
			<path fill="currentColor" d="M11 11h26v26H11z" />
			<path fill="currentColor" d="M24 5.6 42.4 24 24 42.4 5.6 24z" />
			<g stroke="var(--brass-400)" strokeWidth="1.4">
				<path d="M15 15h18v18H15z" />
				<path d="M24 11.3 36.7 24 24 36.7 11.3 24z" />
			</g>
			<path d="M24 17.5 30.5 24 24 30.5 17.5 24z" fill="#fff" />
			<path d="M24 21 27 24 24 27 21 24z" fill="var(--earth-600)" />
		</svg>
	);
}

/** Woven band: the lozenges and chevrons of Kabyle and M'zab carpets, 12 px high. */
export function Band({ className }: { className?: string | undefined }) {
	const id = useId();
	return (
		<svg aria-hidden="true" className={className} width="100%" height="12">
			<defs>
				<pattern id={id} width="48" height="12" patternUnits="userSpaceOnUse">
					<path fill="var(--green-900)" d="M0 0h48v12H0z" />
					<path fill="var(--brass-400)" d="M0 6 6 0l6 6-6 6z" />
					<path fill="var(--green-900)" d="M3.5 6 6 3.5 8.5 6 6 8.5z" />
					<path
						d="m14 12 6-6 6 6M14 6l6-6 6 6M42.5 3v6m3-6v6"
						stroke="var(--surface-2)"
						strokeWidth="1.5"
						fill="none"
						opacity=".75"
					/>
					<path fill="var(--earth-600)" d="m28 6 6-6 6 6-6 6z" />
					<path fill="var(--surface-2)" d="m32 6 2-2 2 2-2 2z" />
				</pattern>
			</defs>
			<rect width="100%" height="12" fill={`url(#${id})`} />
		</svg>
	);
}

/** Eight-fold lattice after the zellij of Mansourah and Tlemcen, line-drawn in `currentColor`. */
export function Zellij({ className }: { className?: string | undefined }) {
	const id = useId();
	return (
		<svg aria-hidden="true" className={className} width="100%" height="100%">
			<defs>
				<pattern id={id} width="72" height="72" patternUnits="userSpaceOnUse">
					<g fill="none" stroke="currentColor">
						<path d="m36 12 7 17 17 7-17 7-7 17-7-17-17-7 17-7z" />
						<path d="M22 22h28v28H22zM36 16.2 55.8 36 36 55.8 16.2 36z" />
						<path d="M36 0v12m0 48v12M0 36h12m48 0h12M0 0l22 22M72 0 50 22M0 72l22-22m50 22L50 50" />
						<path d="M-10 0 0-10 10 0 0 10zM62 0l10-10L82 0 72 10zM-10 72 0 62l10 10L0 82zm72 0 10-10 10 10-10 10z" />
					</g>
				</pattern>
			</defs>
			<rect width="100%" height="100%" fill={`url(#${id})`} />
		</svg>
	);
}

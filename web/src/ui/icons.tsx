import type { ReactNode } from "react";

// Shapes after Lucide (ISC licence). Only those that point in the reading direction are mirrored.

interface Props {
	size?: number;
}

function Icon({ size = 18, flip, children }: Props & { flip?: boolean; children: ReactNode }) {
	return (
		<svg
			aria-hidden="true"
			className={flip ? "flip" : undefined}
			width={size}
			height={size}
			viewBox="0 0 24 24"
			fill="none"
			stroke="currentColor"
			strokeWidth="2"
			strokeLinecap="round"
			strokeLinejoin="round"
		>
			{children}
		</svg>
	);
}

export const ChevronNext = (props: Props) => (
	<Icon {...props} flip>
		<path d="m9 6 6 6-6 6" />
	</Icon>
);

export const ChevronBack = (props: Props) => (
	<Icon {...props} flip>
		<path d="m15 6-6 6 6 6" />
	</Icon>
);

export const ChevronDown = (props: Props) => (
	<Icon {...props}>
		<path d="m6 9 6 6 6-6" />
	</Icon>
);

export const ArrowNext = (props: Props) => (
	<Icon {...props} flip>
		<path d="M5 12h14m-6-6 6 6-6 6" />
	</Icon>
);

export const ArrowUp = (props: Props) => (
	<Icon {...props}>
		<path d="M12 19V5m-6 6 6-6 6 6" />
	</Icon>
);

export const ArrowDown = (props: Props) => (
	<Icon {...props}>
		<path d="M12 5v14m-6-6 6 6 6-6" />
	</Icon>
);

export const Check = (props: Props) => (
	<Icon {...props}>
		<path d="m5 12 5 5 9-10" />
	</Icon>
);

export const Cross = (props: Props) => (
	<Icon {...props}>
		<path d="M6 6l12 12M18 6 6 18" />
	</Icon>
);

export const Plus = (props: Props) => (
	<Icon {...props}>
		<path d="M12 5v14M5 12h14" />
	</Icon>
);

export const Minus = (props: Props) => (
	<Icon {...props}>
		<path d="M5 12h14" />
	</Icon>
);

export const Menu = (props: Props) => (
	<Icon {...props}>
		<path d="M4 6h16M4 12h16M4 18h16" />
	</Icon>
);

export const Search = (props: Props) => (
	<Icon {...props}>
		<circle cx="11" cy="11" r="7" />
		<path d="m20 20-4-4" />
	</Icon>
);

export const Download = (props: Props) => (
	<Icon {...props}>
		<path d="M12 4v11m-5-5 5 5 5-5M4 20h16" />
	</Icon>
);

export const Upload = (props: Props) => (
	<Icon {...props}>
		<path d="M12 16V5m-5 5 5-5 5 5M4 20h16" />
	</Icon>
);

export const Warning = (props: Props) => (
	<Icon {...props}>
		<path d="M12 3 2 20h20zM12 10v4m0 3v.01" />
	</Icon>
);

export const Info = (props: Props) => (
	<Icon {...props}>
		<circle cx="12" cy="12" r="9" />
		<path d="M12 11v5m0-8v.01" />
	</Icon>
);

export const Clock = (props: Props) => (
	<Icon {...props}>
		<circle cx="12" cy="12" r="9" />
		<path d="M12 7v5l3 2" />
	</Icon>
);

export const FileIcon = (props: Props) => (
	<Icon {...props}>
		<path d="M14 3H6v18h12V7zM14 3v4h4" />
	</Icon>
);

export const Pin = (props: Props) => (
	<Icon {...props}>
		<path d="M12 21s7-6 7-11a7 7 0 0 0-14 0c0 5 7 11 7 11z" />
		<circle cx="12" cy="10" r="2.5" />
	</Icon>
);

export const Phone = (props: Props) => (
	<Icon {...props}>
		<path d="M6 3h3l2 5-2.5 1.5a11 11 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z" />
	</Icon>
);

export const Mail = (props: Props) => (
	<Icon {...props}>
		<path d="M3 6h18v12H3zM3 7l9 7 9-7" />
	</Icon>
);

export const Globe = (props: Props) => (
	<Icon {...props}>
		<circle cx="12" cy="12" r="9" />
		<path d="M3 12h18M12 3c3 3 3 15 0 18-3-3-3-15 0-18z" />
	</Icon>
);

export const Person = (props: Props) => (
	<Icon {...props}>
		<circle cx="12" cy="8" r="4" />
		<path d="M4 21c1-5 4-7 8-7s7 2 8 7" />
	</Icon>
);

export const Lock = (props: Props) => (
	<Icon {...props}>
		<path d="M5 11h14v10H5z" />
		<path d="M8 11V7a4 4 0 0 1 8 0v4" />
	</Icon>
);

export const Key = (props: Props) => (
	<Icon {...props}>
		<circle cx="8" cy="15" r="4" />
		<path d="m11 12 9-9m-4 4 3 3" />
	</Icon>
);

export const Copy = (props: Props) => (
	<Icon {...props}>
		<path d="M9 9h11v11H9zM5 15H4V4h11v1" />
	</Icon>
);

export const Trash = (props: Props) => (
	<Icon {...props}>
		<path d="M4 7h16M9 7V4h6v3M6 7l1 14h10l1-14" />
	</Icon>
);

export const Edit = (props: Props) => (
	<Icon {...props}>
		<path d="M4 20h4L19 9l-4-4L4 16z" />
	</Icon>
);

export const Shield = (props: Props) => (
	<Icon {...props}>
		<path d="M12 3 4 6v6c0 5 4 8 8 9 4-1 8-4 8-9V6z" />
	</Icon>
);

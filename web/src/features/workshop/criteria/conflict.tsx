import { type ComponentProps, lazy, Suspense } from "react";

const Dialog = lazy(async () => ({
	default: (await import("@/ui/conflict-dialog.tsx")).ConflictDialog,
}));

/** Somebody else was quicker; fetched when it happens. */
export function Conflict(props: ComponentProps<typeof Dialog>) {
	return (
		<Suspense>
			<Dialog {...props} />
		</Suspense>
	);
}

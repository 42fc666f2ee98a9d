import type { ReactNode } from "react";
import { download } from "@/api/download.ts";
import { Button } from "@/ui/button.tsx";
import { Download } from "@/ui/icons.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { useAction } from "@/ui/use-action.ts";

interface Props {
	path: string;
	/** What the file is called; as it came where nothing is said. */
	name?: string;
	accept?: string;
	children: ReactNode;
}

/** Makes a file on the server and hands it over; a refusal is told where it was asked for. */
export function FileButton({ path, name, accept, children }: Props) {
	const action = useAction();
	return (
		<>
			<Button
				variant="quiet"
				isPending={action.busy}
				onPress={() => void action.run(() => download(path, name, accept))}
			>
				<Download size={16} />
				{children}
			</Button>
			{action.failed && <ProblemPanel error={action.error} />}
		</>
	);
}

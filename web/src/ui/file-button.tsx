import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { download, type Received } from "@/api/download.ts";
import { Button } from "@/ui/button.tsx";
import { Download } from "@/ui/icons.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { useAction } from "@/ui/use-action.ts";

/** What is not there in time to show a file on its way is no reason to stop it. */
const FileComing = lazy<(so: { so: Received | null }) => ReactNode>(() =>
	import("./file-coming.tsx").then(
		(part) => ({ default: part.FileComing }),
		() => ({ default: () => null }),
	),
);

interface Props {
	path: string;
	/** What the file is called; as it came where nothing is said. */
	name?: string;
	accept?: string;
	children: ReactNode;
}

/** What is there sooner needs no sign that it is on its way. */
const PATIENCE = 600;

/** A file that takes its time. */
function Coming({ so }: { so: Received | null }) {
	const { t } = useTranslation("common");
	const [shown, setShown] = useState(false);
	useEffect(() => {
		const timer = setTimeout(() => setShown(true), PATIENCE);
		return () => clearTimeout(timer);
	}, []);
	return (
		<div>
			{/* A reader hears that it began and that it arrives, not each part of it. */}
			<span role="status" className="visually-hidden">
				{shown && t(so ? "file.receiving" : "file.making")}
			</span>
			{shown && (
				<Suspense>
					<FileComing so={so} />
				</Suspense>
			)}
		</div>
	);
}

/** Makes a file on the server and hands it over; a refusal is told where it was asked for. */
export function FileButton({ path, name, accept, children }: Props) {
	const action = useAction();
	const [so, setSo] = useState<Received | null>(null);
	const fetchFile = () => {
		setSo(null);
		void action.run(() => download(path, name, accept, setSo));
	};
	return (
		<>
			<Button variant="quiet" isPending={action.busy} onPress={fetchFile}>
				<Download size={16} />
				{children}
			</Button>
			{action.busy && <Coming so={so} />}
			{action.failed && <ProblemPanel error={action.error} />}
		</>
	);
}

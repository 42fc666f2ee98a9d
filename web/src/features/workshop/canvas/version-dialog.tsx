import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { getCanvasVersion } from "@/api/gen/workshop-sdk.gen.ts";
import { Dialog } from "@/ui/dialog.tsx";
import { Stack } from "@/ui/page.tsx";
import { Failed, Loading } from "@/ui/states.tsx";
import { projectKey } from "../queries.ts";
import css from "./canvas.module.css";
import { BLOCKS } from "./note-dialog.tsx";

interface Props {
	id: string;
	number: number;
	title: string;
	onClose: () => void;
}

/** The board as it was when it was given a name. */
export function VersionDialog({ id, number, title, onClose }: Props) {
	const { t } = useTranslation("workshop");
	const version = useQuery({
		queryKey: [...projectKey(id), "canvas-versions", number],
		queryFn: async ({ signal }) =>
			(await getCanvasVersion({ path: { id, number }, signal, throwOnError: true })).data,
	});
	const notes = version.data?.notes ?? [];
	return (
		<Dialog title={title} isOpen onClose={onClose} wide>
			<Stack>
				{version.isPending && <Loading />}
				{version.isError && <Failed error={version.error} onRetry={() => void version.refetch()} />}
				{version.data && notes.length === 0 && <p className="quiet">{t("compare.empty")}</p>}
				{BLOCKS.filter((block) => notes.some((note) => note.block === block)).map((block) => (
					<section key={block} className={css.kept} aria-label={t(`block.${block}`)}>
						<h3>{t(`block.${block}`)}</h3>
						<ul>
							{notes
								.filter((note) => note.block === block)
								.map((note) => (
									<li key={note.id} className={css.note} data-colour={note.colour ?? "yellow"}>
										<p dir="auto">{note.text}</p>
										<div className={css.foot}>
											<span>{t(`colour.${note.colour ?? "yellow"}`)}</span>
											{note.author_name && <bdi>{note.author_name}</bdi>}
										</div>
									</li>
								))}
						</ul>
					</section>
				))}
			</Stack>
		</Dialog>
	);
}

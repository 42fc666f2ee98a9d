import { useQuery } from "@tanstack/react-query";
import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Element, Project } from "@/api/gen/types.gen.ts";
import { getValueProposition } from "@/api/gen/workshop-sdk.gen.ts";
import { Button } from "@/ui/button.tsx";
import { cx } from "@/ui/cx.ts";
import { Plus } from "@/ui/icons.tsx";
import { Row } from "@/ui/page.tsx";
import { Failed, Loading } from "@/ui/states.tsx";
import { ProjectFrame } from "../project-frame.tsx";
import { projectKey } from "../queries.ts";
import { PrintButton, SheetHead, sheet } from "../sheet.tsx";
import { ElementCard } from "./element-card.tsx";
import { ElementDialog, type Opened } from "./element-dialog.tsx";
import { childrenOf, MEANS, type Mean, NEEDS, type Need, pairs } from "./elements.ts";
import { FitCard } from "./fit-card.tsx";
import { Links } from "./links.tsx";
import css from "./value.module.css";

interface PanelProps {
	kind: "segment" | "offer";
	elements: readonly Element[];
	/** Absent where nothing may be changed. */
	onOpen: ((opened: Opened) => void) | undefined;
}

/** One side of the canvas: the people and what they need, or the offers and how they answer. */
function Panel({ kind, elements, onOpen }: PanelProps) {
	const { t } = useTranslation("workshop");
	const heads = elements.filter((one) => one.kind === kind);
	const parts: readonly (Need | Mean)[] = kind === "segment" ? NEEDS : MEANS;
	const edit = onOpen && ((element: Element) => onOpen({ kind: element.kind, element }));
	const card = (element: Element, heading = false) => (
		<ElementCard element={element} elements={elements} onEdit={edit} heading={heading} />
	);
	return (
		<section className={css.panel} data-side={kind} aria-label={t(`value.side.${kind}`)}>
			<header>
				<h2>{t(`value.side.${kind}`)}</h2>
				<p className={css.quiet}>{t(`value.sideLead.${kind}`)}</p>
			</header>
			{heads.map((head) => (
				<article key={head.id} className={css.group} aria-label={head.text}>
					{card(head, true)}
					{parts.map((part) => (
						<div key={part} className={css.part}>
							<h4>{t(`element.many.${part}`)}</h4>
							<ul>
								{childrenOf(elements, head, part).map((one) => (
									<li key={one.id}>{card(one)}</li>
								))}
							</ul>
							{onOpen && (
								<Button
									small
									variant="quiet"
									aria-label={t("value.addTo", {
										what: t(`element.add.${part}`),
										where: head.text,
									})}
									onPress={() => onOpen({ kind: part, parent: head.id })}
								>
									<Plus size={16} />
									{t(`element.add.${part}`)}
								</Button>
							)}
						</div>
					))}
				</article>
			))}
			{heads.length === 0 && <p className={css.none}>{t(`value.none.${kind}`)}</p>}
			{onOpen && (
				<Button onPress={() => onOpen({ kind })}>
					<Plus size={16} />
					{t(`element.add.${kind}`)}
				</Button>
			)}
		</section>
	);
}

function Value({ project }: { project: Project }) {
	const { t } = useTranslation("workshop");
	const { id, editable } = project;
	const box = useRef<HTMLDivElement>(null);
	const [opened, setOpened] = useState<Opened>();
	// Several people write at once: the page looks again every few seconds.
	const value = useQuery({
		queryKey: [...projectKey(id), "value"],
		queryFn: async ({ signal }) =>
			(await getValueProposition({ path: { id }, signal, throwOnError: true })).data,
		refetchInterval: editable ? 10_000 : false,
	});
	const elements = value.data?.elements;
	const drawn = useMemo(() => pairs(elements ?? []), [elements]);
	if (value.isPending) return <Loading lines={8} />;
	if (value.isError) return <Failed error={value.error} onRetry={() => void value.refetch()} />;
	const onOpen = editable ? setOpened : undefined;
	return (
		<>
			<Row>
				<PrintButton>{t("canvas.print")}</PrintButton>
			</Row>
			<FitCard fit={value.data.fit} />
			<div className={cx(css.canvas, sheet)} ref={box}>
				<SheetHead project={project} />
				<Panel kind="segment" elements={value.data.elements} onOpen={onOpen} />
				<Panel kind="offer" elements={value.data.elements} onOpen={onOpen} />
				<Links box={box} of={drawn} />
			</div>
			{opened && (
				<ElementDialog
					key={opened.element?.id ?? opened.kind}
					id={id}
					opened={opened}
					elements={value.data.elements}
					onClose={() => setOpened(undefined)}
				/>
			)}
		</>
	);
}

/** Who a project is for and what it offers them, face to face. */
export function ValuePage() {
	return <ProjectFrame tool="value">{({ data }) => <Value project={data} />}</ProjectFrame>;
}

import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Board } from "../drawing/board.tsx";
import css from "../drawing/drawing.module.css";
import { Legend } from "../drawing/legend.tsx";
import { Shapes } from "../drawing/shapes.tsx";
import type { Seen } from "../drawing/use-view.ts";
import { type Box, rectangle } from "../shape/geometry.ts";
import type { Polygon } from "../shape/plan.ts";
import { type Key, outlineOf, refOf } from "../shape/refs.ts";
import type { Editor } from "./use-editor.ts";
import type { Tools } from "./use-tools.ts";

const points = (polygon: Polygon) => polygon.map(({ x, y }) => `${x},${y}`).join(" ");
/** Lines nearer to one another than this are a grey ground. */
const LEAST_PX = 7;

function Grid({ seen, grid, scale }: { seen: Seen; grid: number; scale: number }) {
	const { view } = seen;
	let step = grid;
	while (step * scale < LEAST_PX) step *= step === 50 ? 2 : 10;
	return (
		<>
			<defs>
				<pattern id="plan-grid" width={step} height={step} patternUnits="userSpaceOnUse">
					<path d={`M${step} 0H0V${step}`} className={css.grid} />
				</pattern>
			</defs>
			<rect
				x={view.x - view.width}
				y={view.y - view.depth}
				width={3 * view.width}
				height={3 * view.depth}
				fill="url(#plan-grid)"
			/>
		</>
	);
}

interface Props {
	editor: Editor;
	tools: Tools;
	seen: Seen;
	wrong: ReadonlySet<Key>;
	/** What a form beside is about to add. */
	coming: readonly Box[];
}

/** The sheet one draws on. */
export function Sheet({ editor, tools, seen, wrong, coming }: Props) {
	const { t } = useTranslation("plan");
	const chosen = useMemo(() => new Set(editor.chosen), [editor.chosen]);
	const only = editor.chosen.length === 1 ? refOf(editor.chosen[0] ?? "") : null;
	const outline = only && tools.tool === "choose" ? outlineOf(tools.shown, only) : null;
	return (
		<>
			<Board
				label={t("editor.sheet")}
				seen={seen}
				onPress={tools.onPress}
				onDown={(under) => {
					seen.hold();
					return tools.onDown(under);
				}}
				onKey={tools.onKey}
				hint={t(
					tools.corners && tools.tool !== "choose"
						? "editor.hintCorners"
						: editor.plan.halls.length === 0
							? "editor.hintEmpty"
							: "editor.hint",
				)}
				drawnOn
			>
				{(scale) => (
					<>
						<Grid seen={seen} grid={tools.grid} scale={scale} />
						<Shapes plan={tools.shown} scale={scale} chosen={chosen} wrong={wrong} />
						{coming.map((box) => (
							<polygon
								key={`${box.x} ${box.y}`}
								points={points(rectangle(box))}
								className={css.draft}
							/>
						))}
						{tools.draft.length > 1 && (
							<polygon points={points(tools.draft)} className={css.draft} />
						)}
						{tools.draft.length === 1 && (
							<circle
								cx={tools.draft[0]?.x}
								cy={tools.draft[0]?.y}
								r={5 / scale}
								className={css.handle}
							/>
						)}
						{outline?.map(({ x, y }, at) => (
							<circle
								// biome-ignore lint/suspicious/noArrayIndexKey: corners have nothing but their place
								key={at}
								data-handle={at}
								cx={x}
								cy={y}
								r={6 / scale}
								className={css.handle}
							/>
						))}
					</>
				)}
			</Board>
			<Legend signs={["hall", "aisle", "free", "quarter", "entrance"]} />
		</>
	);
}

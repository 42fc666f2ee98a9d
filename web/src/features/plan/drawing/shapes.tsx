import { Fragment, memo, useMemo } from "react";
import { useFormat } from "@/i18n/index.tsx";
import { boundsOf, centreOf } from "../shape/geometry.ts";
import type { Plan, Point, Polygon, Stand } from "../shape/plan.ts";
import { type Key, keyOf, outlineOf, refOf } from "../shape/refs.ts";
import { linesAround } from "../shape/surround.ts";
import css from "./drawing.module.css";

/** How a stand stands; said in the legend and in the table too. */
export type Tone = "free" | "given" | "locked" | "closed";

/** What is said of a stand in the drawing. */
export interface Said {
	tone: Tone;
	/** Who has it. */
	name?: string | undefined;
}

interface Props {
	plan: Plan;
	/** Pixels of a centimetre. */
	scale: number;
	chosen?: ReadonlySet<Key>;
	/** Found by a search: the others step back. */
	found?: ReadonlySet<Key> | null;
	wrong?: ReadonlySet<Key>;
	saidOf?: (stand: Stand) => Said;
}

/** Letters smaller than this are not read. */
const LEAST_PX = 8;
const NUMBER_PX = 15;
const NAME_PX = 12;
/** Width of a letter in parts of its height, roughly. */
const LETTER = 0.62;

const corners = (polygon: Polygon) => polygon.map(({ x, y }) => `${x},${y}`).join(" ");

/** Names in Arabic and French are narrower than numbers. */
const NAME_LETTER = 0.52;

/** As many letters as there is room for. */
const cut = (text: string, most: number) =>
	text.length <= most ? text : `${text.slice(0, Math.max(1, most - 1))}…`;

/** A name in lines of so many letters, cut where there is no room for the rest. */
export function lines(text: string, most: number, count: number): string[] {
	const found: string[] = [];
	for (const word of text.split(/\s+/)) {
		const last = found.at(-1);
		if (last !== undefined && last.length + 1 + word.length <= most)
			found[found.length - 1] = `${last} ${word}`;
		else found.push(word);
	}
	const rest = found.slice(count - 1).join(" ");
	const shown = [...found.slice(0, count - 1), rest].map((line) => cut(line, most));
	return rest ? shown : found;
}

function StandLabel({ stand, scale, said }: { stand: Stand; scale: number; said: Said }) {
	const box = boundsOf(stand.polygon);
	if (!box) return null;
	const { x, y } = centreOf(stand.polygon);
	const room = 0.9 * box.width;
	const letters = Math.max(1, stand.number.length);
	const size = Math.min(NUMBER_PX / scale, room / (letters * LETTER), box.depth * 0.5);
	if (size * scale < LEAST_PX) return null;
	const small = Math.min(NAME_PX / scale, size);
	const most = Math.floor(room / (small * NAME_LETTER));
	const rows = Math.floor((0.92 * box.depth - 1.2 * size) / (1.25 * small));
	const name =
		said.name && most >= 8 && rows > 0 && small * scale >= LEAST_PX
			? lines(said.name, most, Math.min(3, rows))
			: [];
	const top = y - (name.length * 1.25 * small) / 2;
	return (
		<>
			<text x={x} y={top} fontSize={size} className={css.number}>
				{stand.number}
			</text>
			{name.map((line, at) => (
				<text
					// biome-ignore lint/suspicious/noArrayIndexKey: lines of a name have nothing but their place
					key={at}
					x={x}
					y={top + 0.5 * size + (at + 0.7) * 1.25 * small}
					fontSize={small}
					className={css.name}
				>
					{line}
				</text>
			))}
		</>
	);
}

/** A lock in the corner of a stand that is not to be moved. */
function LockMark({ polygon, scale }: { polygon: Polygon; scale: number }) {
	const box = boundsOf(polygon);
	const size = 12 / scale;
	// Where it would stand on the number the thick line says the same.
	if (!box || (box.width < 5.5 * size && box.depth < 4 * size)) return null;
	return (
		<path
			className={css.lock}
			transform={`translate(${box.x + size * 0.3} ${box.y + size * 0.3}) scale(${size / 24})`}
			d="M5 11h14v10H5zM8 11V7a4 4 0 0 1 8 0v4"
		/>
	);
}

function Entrance({ point, scale, name }: { point: Point; scale: number; name: Key }) {
	const size = 9 / scale;
	const { x, y } = point;
	return (
		<path
			data-key={name}
			className={css.entrance}
			d={`M${x} ${y - size}L${x + size} ${y}L${x} ${y + size}L${x - size} ${y}Z`}
		/>
	);
}

/** A name along the upper edge of a hall or a quarter. */
function AreaLabel(props: { polygon: Polygon; text: string; scale: number; quarter?: boolean }) {
	const { polygon, text, scale, quarter } = props;
	const box = boundsOf(polygon);
	if (!box || !text || box.width * scale < 60) return null;
	const size = (quarter ? 12 : 14) / scale;
	return (
		<text
			x={box.x + box.width / 2}
			y={quarter ? box.y + box.depth + size * 0.7 : box.y - size * 0.8}
			fontSize={size}
			className={quarter ? css.quarterName : css.hallName}
		>
			{cut(text, Math.floor(box.width / (size * LETTER)))}
		</text>
	);
}

const FREE: Said = { tone: "free" };

/** Halls, aisles, stands, quarters and entrances, from the ground upwards. */
export const Shapes = memo(function Shapes(props: Props) {
	const { plan, scale, chosen, found, wrong, saidOf } = props;
	const { text } = useFormat();
	/** What is drawn of each quarter: its own outline, or lines around the stands it lists. */
	const surrounds = useMemo(
		() =>
			plan.quarters.map((quarter) =>
				quarter.polygon ? [quarter.polygon] : linesAround(plan, quarter),
			),
		[plan],
	);
	const marks = (key: Key) => ({
		"data-key": key,
		"data-chosen": chosen?.has(key) || undefined,
		"data-wrong": wrong?.has(key) || undefined,
	});
	return (
		<>
			<defs>
				<pattern id="plan-closed" width="20" height="20" patternUnits="userSpaceOnUse">
					<path d="M0 20 20 0" className={css.hatch} />
				</pattern>
			</defs>
			{plan.halls.map((hall, at) => (
				<g key={keyOf("hall", at)} {...marks(keyOf("hall", at))} className={css.hall}>
					<polygon points={corners(hall.polygon)} />
					<AreaLabel polygon={hall.polygon} text={text(hall.name) || hall.id} scale={scale} />
				</g>
			))}
			{plan.aisles.map(({ polygon }, at) => (
				<g key={keyOf("aisle", at)} {...marks(keyOf("aisle", at))} className={css.aisle}>
					<polygon points={corners(polygon)} />
				</g>
			))}
			{plan.stands.map((stand, at) => {
				const key = keyOf("stand", at);
				const said = saidOf?.(stand) ?? FREE;
				return (
					<g
						key={key}
						{...marks(key)}
						className={css.stand}
						data-stand={stand.number}
						data-tone={said.tone}
						data-found={found?.has(key) || undefined}
						data-aside={(found && !found.has(key)) || undefined}
					>
						<title>{said.name ? `${stand.number} · ${said.name}` : stand.number}</title>
						<polygon points={corners(stand.polygon)} />
						{said.tone === "closed" && (
							<polygon points={corners(stand.polygon)} className={css.hatched} />
						)}
						{said.tone === "locked" && <LockMark polygon={stand.polygon} scale={scale} />}
						<StandLabel stand={stand} scale={scale} said={said} />
					</g>
				);
			})}
			{plan.quarters.map(({ id, name }, at) => {
				const key = keyOf("quarter", at);
				return (
					<g key={key} {...marks(key)} className={css.quarter}>
						{surrounds[at]?.map((line) => (
							<Fragment key={corners(line)}>
								<polygon points={corners(line)} />
								<AreaLabel polygon={line} text={text(name) || id} scale={scale} quarter />
							</Fragment>
						))}
					</g>
				);
			})}
			{plan.halls.map((hall, at) =>
				hall.entrances.map((point, part) => {
					const key = keyOf("entrance", at, part);
					return (
						<g key={key} {...marks(key)} className={css.entranceOf}>
							<Entrance point={point} scale={scale} name={key} />
						</g>
					);
				}),
			)}
			{[...(chosen ?? [])].flatMap((key) => {
				const ref = refOf(key);
				const outline = ref && outlineOf(plan, ref);
				const lines = outline ? [outline] : ref?.kind === "quarter" ? surrounds[ref.at] : [];
				return lines?.map((line) => (
					<polygon
						key={`${key} ${corners(line)}`}
						points={corners(line)}
						className={css.chosenLine}
					/>
				));
			})}
		</>
	);
});

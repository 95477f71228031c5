"""The loops over squares of points, compiled like those over votes."""

from .compiled import compiled

CLOSE = 1 + 1e-12  # what rounding may add to the square of a distance


@compiled
def square_of(points, low, scale, side, square):
    """In which square each point lies; who is beyond the last one counts to it."""
    for i in range(len(points)):
        x = min(max(int((points[i, 0] - low[0]) * scale[0]), 0), side - 1)
        y = min(max(int((points[i, 1] - low[1]) * scale[1]), 0), side - 1)
        square[i] = y * side + x


@compiled
def measure(start, points, weight, scale, box, sums):
    """The box around the points of each square (low x, low y, high x, high y), and their sums:
    of weight times place, in grains, and of weight."""
    for s in range(len(box)):
        box[s, 0] = box[s, 1] = 1e300
        box[s, 2] = box[s, 3] = -1e300
        for q in range(start[s], start[s + 1]):
            x, y, w = points[q, 0], points[q, 1], weight[q]
            box[s, 0], box[s, 1] = min(box[s, 0], x), min(box[s, 1], y)
            box[s, 2], box[s, 3] = max(box[s, 2], x), max(box[s, 3], y)
            sums[s, 0] += w * int(x * scale)
            sums[s, 1] += w * int(y * scale)
            sums[s, 2] += w


@compiled
def near(box, parent, parent_start, parent_list, centres, start, found):
    """The centres that may be nearest to some point of a box: no farther from its nearest point
    than the nearest centre is from its farthest."""
    to = 0
    for s in range(len(box)):
        start[s] = to
        if box[s, 2] < box[s, 0]:  # nobody is in it
            continue
        first, end = parent_start[parent[s]], parent_start[parent[s] + 1]
        best = 1e300
        for q in range(first, end):
            c = parent_list[q]
            x = max(box[s, 2] - centres[c, 0], centres[c, 0] - box[s, 0])
            y = max(box[s, 3] - centres[c, 1], centres[c, 1] - box[s, 1])
            best = min(best, x * x + y * y)
        for q in range(first, end):
            c = parent_list[q]
            x = max(0.0, box[s, 0] - centres[c, 0], centres[c, 0] - box[s, 2])
            y = max(0.0, box[s, 1] - centres[c, 1], centres[c, 1] - box[s, 3])
            if x * x + y * y <= best * CLOSE:
                found[to] = c
                to += 1
    start[len(box)] = to


@compiled
def add_up(start, points, weight, scale, of_square, near_start, near_list, centres, sums):
    """For each centre the sums of the points that are nearest to it."""
    for s in range(len(start) - 1):
        first, end = near_start[s], near_start[s + 1]
        if end - first == 1:
            c = near_list[first]
            for k in range(3):
                sums[c, k] += of_square[s, k]
            continue
        for q in range(start[s], start[s + 1]):
            x, y = points[q, 0], points[q, 1]
            best, at = 1e300, 0
            for r in range(first, end):
                c = near_list[r]
                away = (x - centres[c, 0]) ** 2 + (y - centres[c, 1]) ** 2
                if away <= best:
                    best, at = away, c
            sums[at, 0] += weight[q] * int(x * scale)
            sums[at, 1] += weight[q] * int(y * scale)
            sums[at, 2] += weight[q]


@compiled
def label(start, points, order, near_start, near_list, centres, found):
    """The nearest centre of each point, of equals the later."""
    for s in range(len(start) - 1):
        for q in range(start[s], start[s + 1]):
            best, at = 1e300, 0
            for r in range(near_start[s], near_start[s + 1]):
                c = near_list[r]
                away = (points[q, 0] - centres[c, 0]) ** 2 + (points[q, 1] - centres[c, 1]) ** 2
                if away <= best:
                    best, at = away, c
            found[order[q]] = at

"""Fusion for an interface above 100 %: the sizes that a style sheet cannot reach."""

from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget

_Metric = QStyle.PixelMetric

_SCALED = frozenset(
    {
        _Metric.PM_ButtonIconSize,
        _Metric.PM_LayoutBottomMargin,
        _Metric.PM_LayoutHorizontalSpacing,
        _Metric.PM_LayoutLeftMargin,
        _Metric.PM_LayoutRightMargin,
        _Metric.PM_LayoutTopMargin,
        _Metric.PM_LayoutVerticalSpacing,
        _Metric.PM_LineEditIconSize,
        _Metric.PM_ListViewIconSize,
        _Metric.PM_SmallIconSize,
        _Metric.PM_TabBarIconSize,
        _Metric.PM_TreeViewIndentation,
    }
)


class ScaledStyle(QProxyStyle):
    """Fusion with icons and default spacing of widgets and layouts times ``scale``.

    Used above 100 % only: it asks Python for each measure, which plain Fusion does not.
    """

    def __init__(self, scale: float) -> None:
        """Scale by ``scale``, 1.0 being 100 %."""
        super().__init__("Fusion")
        self._scale = scale

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """Return the measure of Fusion, scaled where no style sheet rule can do it."""
        if metric == _Metric.PM_ToolBarExtensionExtent:
            metric = _Metric.PM_SmallIconSize  # its arrows are as wide as that and would be cut
        length = super().pixelMetric(metric, option, widget)
        return round(length * self._scale) if metric in _SCALED and length > 0 else length
